<?php
// SPDX-License-Identifier: Apache-2.0
// By the command: every language that can start a program can verify.

[, $trust, $document] = $argv;
$process = proc_open(
    ['sceau', 'verify', '--json', '--trust', $trust, '--', $document],
    [1 => ['pipe', 'w']],
    $pipes,
    null,
    ['LC_ALL' => 'en_GB.UTF-8'] + getenv(),  // in French without it
);
$json = stream_get_contents($pipes[1]);
fclose($pipes[1]);
$status = proc_close($process);
echo $json;
$report = json_decode($json, true);
// What did not end as it should is never valid, whatever it printed.
exit($status === 0 && ($report['verdict'] ?? '') === 'valid' ? 0 : 1);
