// SPDX-License-Identifier: Apache-2.0
// The header as a C compiler sees it, and a program of C that verifies: called by c_api_test.cc.
#include <stddef.h>
#include <string.h>

#include "sceau/sceau.h"

const char* sceau_plain_c_failure(const char* trust_path, const char* seal, const char* options);

// What went wrong; null when nothing did.
const char* sceau_plain_c_failure(const char* trust_path, const char* seal, const char* options) {
  sceau_error* error = NULL;
  sceau_trust* trust = sceau_trust_open(trust_path, NULL, &error);
  if (trust == NULL || error != NULL) return "trust";
  sceau_verifier* verifier = sceau_verifier_open(trust, options, &error);
  if (verifier == NULL || error != NULL) return "verifier";
  sceau_report* report = sceau_verify_bytes(verifier, seal, strlen(seal), "c", NULL, &error);
  if (report == NULL || error != NULL) return "report";
  if (strcmp(sceau_report_verdict(report), "valid") != 0) return "verdict";
  char* json = sceau_report_json(report, SCEAU_ENGLISH, SCEAU_NIR_MASKED, &error);
  if (json == NULL || strstr(json, "\"file\":\"c\"") == NULL) return "json";
  sceau_string_free(json);
  sceau_report_free(report);
  report = sceau_verify_file(verifier, "/nowhere", NULL, &error);
  if (report != NULL || error == NULL) return "no error";
  if (strcmp(sceau_error_code(error), "document.missing") != 0) return "code";
  sceau_error_free(error);
  sceau_verifier_free(verifier);
  sceau_trust_free(trust);
  return NULL;
}
