// SPDX-License-Identifier: Apache-2.0
// The C interface of libsceau, for C and for every language that can call C. It compiles as C11 and
// as C++. docs/abi.md says what stays stable, and docs/schemas/ has the JSON that goes in and out.
//
// Text is UTF-8 and ends with NUL. A path is what the file system takes, and ends with NUL too.
// JSON that comes in is strict: a member that the schema does not name, or one that stands twice,
// refuses the call.
//
// Ownership: what a function returns as a pointer without const is the caller's, who frees it with
// the function named for it and never with free(). A const char* belongs to the handle that it was
// asked of, or to the library for ever; each function says which. Nothing that the caller passes in
// is kept: it may be changed or freed as soon as the call is over, handles included.
//
// Errors: a function that can fail returns a null pointer then, and puts an error into *error,
// which the caller frees. On success it puts a null pointer there. `error` itself may be null. An
// error means that the work could not be done and never says anything about a document: a forged
// document is a report. No C++ exception leaves the library.
//
// Null: every pointer may be null. A required argument that is null is the error options.unusable;
// freeing null does nothing; each function that only looks says what null gives.
//
// Threads: a trust, a verifier, a report and an error never change. Any number of threads may use
// one of them at once; only freeing needs that nobody else uses it any more. A verifier reads
// documents in processes of its own, which it starts on demand and ends when it is freed. After
// fork(), both processes may go on with a verifier, provided that no other thread was inside a call
// at that moment.
#ifndef SCEAU_SCEAU_H_
#define SCEAU_SCEAU_H_

#include <stddef.h>

#if defined(__GNUC__)
#define SCEAU_API __attribute__((visibility("default")))
#else
#define SCEAU_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sceau_trust sceau_trust;        // whom to believe
typedef struct sceau_verifier sceau_verifier;  // how to judge
typedef struct sceau_report sceau_report;      // what was found on one document
typedef struct sceau_error sceau_error;        // why a call could not do its work

// Which language sentences are in.
enum { SCEAU_FRENCH = 0, SCEAU_ENGLISH = 1 };

// How much of the number of a person (NIR) a report shows.
enum { SCEAU_NIR_MASKED = 0, SCEAU_NIR_SHOWN = 1 };

// "0.1.0", the library's for ever.
SCEAU_API const char* sceau_version(void);

// ---- Trust

// Reads whom to believe. `path` is a directory of certificates, or a trust bundle, which counts by
// the roots pinned in `state`; null means the bundle that is installed in `state`. A null `state`
// means the user's own, as `sceau trust install` writes it. Errors: trust.*.
SCEAU_API sceau_trust* sceau_trust_open(const char* path, const char* state, sceau_error** error);
SCEAU_API void sceau_trust_free(sceau_trust* trust);

// ---- Verifying

// `options` is JSON by docs/schemas/verify-options.schema.json; null means none of them. Errors:
// options.unusable, policy.unusable. `trust` may be freed before the verifier.
SCEAU_API sceau_verifier* sceau_verifier_open(const sceau_trust* trust, const char* options,
                                              sceau_error** error);
SCEAU_API void sceau_verifier_free(sceau_verifier* verifier);

// Verifies `size` bytes of a PDF, a picture or the text of a code reader. `name` is what the report
// calls the document; null means "". `question` is JSON by "question" of the same schema, about
// this document alone; null means none. A document that cannot be read is an undetermined report,
// and no error. `document` may be null where `size` is 0. Errors: options.unusable.
SCEAU_API sceau_report* sceau_verify_bytes(const sceau_verifier* verifier, const void* document,
                                           size_t size, const char* name, const char* question,
                                           sceau_error** error);

// The same of a file. Errors: also document.missing, document.not-readable.
SCEAU_API sceau_report* sceau_verify_file(const sceau_verifier* verifier, const char* path,
                                          const char* question, sceau_error** error);

// A report of this verifier with another question about the person: the holder and the verdicts are
// judged anew, and nothing is read again. `holder` is JSON by "holder" of the same schema. `report`
// stays as it is. Errors: options.unusable.
SCEAU_API sceau_report* sceau_report_ask_holder(const sceau_verifier* verifier,
                                                const sceau_report* report, const char* holder,
                                                sceau_error** error);

// "valid", "invalid" or "undetermined", the library's for ever. "undetermined" of null.
SCEAU_API const char* sceau_report_verdict(const sceau_report* report);

// "in-order", "rights-not-open", "refused", "not-confirmed" or "no-seal", the library's for ever.
// "not-confirmed" of null.
SCEAU_API const char* sceau_report_outcome(const sceau_report* report);

// All that was found, on one line, by docs/schemas/report.schema.json. For sceau_string_free().
// Errors: options.unusable for a `language` or `nir` that is none of the above.
SCEAU_API char* sceau_report_json(const sceau_report* report, int language, int nir,
                                  sceau_error** error);
SCEAU_API void sceau_report_free(sceau_report* report);

// ---- Looking without trust

// Every layer of every code of a document, on one line, by docs/schemas/inspection.schema.json. No
// signature is checked. Arguments as for sceau_verify_bytes(), the result for sceau_string_free().
SCEAU_API char* sceau_inspect_bytes(const void* document, size_t size, const char* name,
                                    int language, sceau_error** error);

SCEAU_API void sceau_string_free(char* text);

// ---- Errors

// The stable code of docs/reference/reasons.md, the library's for ever. "" of null.
SCEAU_API const char* sceau_error_code(const sceau_error* error);

// One or two sentences for people, the library's for ever: what happened and what to do next. In
// French unless `language` is SCEAU_ENGLISH. "" of null.
SCEAU_API const char* sceau_error_sentence(const sceau_error* error, int language);

// Which argument, member or file, in English for developers; never a value of a document. It lives
// as long as the error, and may be empty. "" of null.
SCEAU_API const char* sceau_error_detail(const sceau_error* error);
SCEAU_API void sceau_error_free(sceau_error* error);

#ifdef __cplusplus
}  // extern "C"
#endif

#endif  // SCEAU_SCEAU_H_
