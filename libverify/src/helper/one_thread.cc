// SPDX-License-Identifier: Apache-2.0
// libheif has libde265 start a worker thread for each picture, and inside the sandbox nothing may
// start one. libde265 decodes in the thread that asks where it has no worker.

// In the place of libde265's, for all that is loaded. Its header is not needed for this alone: the
// decoder is passed by pointer, and 0 is DE265_OK.
extern "C" [[gnu::visibility("default")]] int de265_start_worker_threads(void* /*decoder*/,
                                                                         int /*threads*/) {
  return 0;
}
