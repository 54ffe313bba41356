// SPDX-License-Identifier: Apache-2.0
#include <sceau/sceau.h>
#include <stdio.h>
#include <string.h>

static int fail(sceau_error* error) {
  fprintf(stderr, "%s [%s] %s\n", sceau_error_sentence(error, SCEAU_ENGLISH),
          sceau_error_code(error), sceau_error_detail(error));
  sceau_error_free(error);
  return 2;
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  sceau_error* error = NULL;
  sceau_trust* trust = sceau_trust_open(argv[1], NULL, &error);
  if (trust == NULL) return fail(error);
  sceau_verifier* verifier = sceau_verifier_open(trust, NULL, &error);
  sceau_trust_free(trust);
  if (verifier == NULL) return fail(error);
  sceau_report* report = sceau_verify_file(verifier, argv[2], NULL, &error);
  sceau_verifier_free(verifier);
  if (report == NULL) return fail(error);
  char* json = sceau_report_json(report, SCEAU_ENGLISH, SCEAU_NIR_MASKED, &error);
  const int is_valid = strcmp(sceau_report_verdict(report), "valid") == 0;
  sceau_report_free(report);
  if (json == NULL) return fail(error);
  puts(json);
  sceau_string_free(json);
  return is_valid ? 0 : 1;
}
