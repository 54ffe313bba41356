// SPDX-License-Identifier: Apache-2.0
// Every bound on hostile input, in one place, with its reason. Past one, the document gets that
// limit's own reason code.
#ifndef SCEAU_LIMITS_H_
#define SCEAU_LIMITS_H_

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

struct Limits {
  // A 50-page 300-dpi colour scan weighs about 40 MB. -> document.too-large
  std::size_t document_bytes = std::size_t{64} << 20;
  // Files that insurers receive have 1 to 50 pages; a page costs up to 0.3 s. ->
  // document.too-many-pages
  int pages = 100;
  // A0 at 200 dpi is 62 Mpx, today's largest phone picture 48 to 50 Mpx. ->
  // document.too-many-pixels
  std::int64_t page_pixels = 64'000'000;
  // No paper that we know carries more than 4. -> document.too-many-symbols
  int symbols = 64;
  // A dense A4 page has about 1,500 words; beyond this they are dropped and the document axis is
  // not compared.
  int words_per_page = 20'000;
  // Wall time for one document. -> document.deadline
  std::chrono::milliseconds document_time{15'000};
  // CPU time after which the symbol search of one picture stops trying harder. Measured on 360 bad
  // captures of 1.2 Mpx: what is read is read within 0.6 s.
  std::chrono::milliseconds search_time{1'500};
  // Resolution at which PDF pages are drawn for the symbol search: 0.5 mm modules give 4 px.
  int render_dpi = 200;
  // What is read of a PDF page without drawing it; past one, the page is drawn instead. The content
  // of a page that draws a code of 144 x 144 modules one by one has 0.6 MB and 10,000 operators.
  std::size_t pdf_content_bytes = std::size_t{16} << 20;
  std::int64_t pdf_operators = 1'000'000;
  // One image: an A4 page in colour at 600 dpi has 104 MB.
  std::size_t pdf_image_bytes = std::size_t{128} << 20;

  // The colour profile of a picture: printers' have up to 2.7 MB. A larger one is not opened, and
  // the page says document.viewers-differ.
  std::size_t colour_profile_bytes = std::size_t{4} << 20;

  // The process that decodes one document and then ends. Of 10,112 PDFs from the wild, one in a
  // thousand took more than 222 MB and 2.4 s of CPU; those past a gigabyte or ten seconds were made
  // to be. A HEIC picture of 48 Mpx takes 320 MB. -> document.out-of-memory
  std::size_t decode_memory = std::size_t{1} << 30;
  // The reader itself stops half a second earlier and hands over what it has. -> document.deadline
  std::chrono::seconds decode_cpu{10};
  // For a busy machine: three times what an honest document of 50 pages takes. -> document.deadline
  std::chrono::milliseconds decode_wall{15'000};
  // What such a process may say. 64 symbols take 530 KB, the words of a dense page 90 KB; words
  // that do not fit are dropped. -> document.reader-crashed
  std::size_t answer_bytes = std::size_t{8} << 20;
  // One page shown small: 840 x 1,188 pixels of A4, in which ordinary print can still be read. More
  // pages, or larger ones, are left out or reduced; from a reader that lies ->
  // document.reader-crashed
  std::int64_t preview_pixels = 1'000'000;
  int previews = 4;
  // The grey pixels of all pages of a document whose print is compared with a seal. A page of A4
  // has 3.9 million at 200 dpi; what does not fit is reduced. From a reader that lies ->
  // document.reader-crashed
  std::size_t raster_bytes = std::size_t{10} << 20;
  // The process that recognises the words of one page, where one is installed. A full page of A4 at
  // 200 dpi takes 1.8 s of CPU, one in twenty more than 2.5. Past a bound, or from one that lies,
  // nothing was recognised.
  std::size_t recognise_memory = std::size_t{512} << 20;
  std::chrono::seconds recognise_cpu{10};
  std::chrono::milliseconds recognise_wall{20'000};
  int recognised_words = 2'000;
  std::size_t recognised_word_bytes = 200;
  // One picture of a camera, from grey pixels to symbols: three a second is what a hand follows.
  // -> document.deadline
  std::chrono::milliseconds frame_time{300};

  // Symbol contents. A QR code holds 7,089 digits or 2,953 bytes, a Data Matrix 2,335 characters.
  // -> seal.too-long
  std::size_t payload_bytes = 8'192;
  // A format whose signature lies within compressed bytes is inflated before anything is proven. A
  // certificate of the EU has 300 to 1,500 bytes, of which compression saves a tenth. ->
  // seal.too-long
  std::size_t inflated_seal_bytes = std::size_t{32} << 10;
  // What a typed text may have been: bytes that are taken apart, texts whose signature is then
  // checked, and codes that stand one after another. A 2D-Doc of 400 bytes through the least likely
  // keyboard takes some 200 texts, a check 0.1 ms; past one limit, the others are not tried.
  std::size_t scanner_bytes = std::size_t{1} << 20;
  std::size_t scanner_readings = 256;
  std::size_t scanner_codes = 16;
  // ad1 nests four deep (claims, attestation, dependants, one dependant).
  int cbor_depth = 8;

  // 20,000 issuers weigh about 15 MB. -> trust.too-large
  std::size_t bundle_bytes = std::size_t{32} << 20;

  // Files of ours.
  std::size_t claims_bytes = std::size_t{1} << 20;
  std::size_t policy_bytes = std::size_t{64} << 10;
  std::size_t options_bytes = std::size_t{128} << 10;  // of sceau.h: may hold a whole policy
  std::size_t key_bytes = std::size_t{64} << 10;
  std::size_t certificate_bytes = std::size_t{64} << 10;
  // A folder of certificates. The French list has 13 authorities and some hundreds of leaves, all
  // of which may stand in one file. A file that is larger is left out, a folder that holds more ->
  // trust.too-large
  int trust_files = 10'000;  // and certificates
  std::size_t trust_file_bytes = std::size_t{4} << 20;
  std::size_t trust_folder_bytes = std::size_t{64} << 20;

  // Status lists. A hundred million attestations with one in a hundred withdrawn, and why and when,
  // take 3 MB. -> trust.status-list-too-large
  std::size_t status_list_bytes = std::size_t{8} << 20;
  // About four attestations for each of 68 million insured; inflated, 64 MiB.
  std::uint64_t status_entries = std::uint64_t{1} << 28;
  // Withdrawals with a day and a cause, 7 bytes each once installed: one in sixteen of the above.
  std::uint64_t status_withdrawals = std::uint64_t{1} << 24;

  // ETSI trusted lists. The French 2D-Doc list of August 2025 has 35,190 bytes and 6 services; the
  // rest is room for the lists of whole states. The process that reads one has the memory and the
  // time of a document. -> trust.etsi-too-large
  std::size_t etsi_list_bytes = std::size_t{16} << 20;
  std::size_t etsi_elements = 500'000;  // of 200 bytes of memory each
  std::size_t etsi_attributes = 32;     // of one element; time grows with their square
  std::size_t etsi_depth = 48;          // elements inside one another
  std::size_t etsi_text_bytes = 1'024;  // of a name or an address; those of states have up to 200
  int etsi_services = 10'000;
  int etsi_periods = 100;    // of one service
  int etsi_identities = 16;  // certificates of one service
};

}  // namespace sceau

#endif  // SCEAU_LIMITS_H_
