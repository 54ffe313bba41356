// SPDX-License-Identifier: Apache-2.0
// xmlsec, made ready once.
#ifndef SCEAU_LIST_READER_XMLSEC_LIBRARY_H_
#define SCEAU_LIST_READER_XMLSEC_LIBRARY_H_

namespace sceau::list_reader {

// Thread-safe. False when the library could not be made ready.
bool XmlsecReady();

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_XMLSEC_LIBRARY_H_
