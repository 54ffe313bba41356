// SPDX-License-Identifier: Apache-2.0
// The ciphers and digests by which qpdf decrypts, over Nettle.
#ifndef SCEAU_DOCUMENT_PDF_DECRYPTION_H_
#define SCEAU_DOCUMENT_PDF_DECRYPTION_H_

#include <memory>
#include <qpdf/QPDFCryptoImpl.hh>

namespace sceau::document {

// Also what QPDFCryptoProvider::getImpl() gives to qpdf itself: decryption.cc defines that.
std::shared_ptr<QPDFCryptoImpl> MakePdfCrypto();

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_DECRYPTION_H_
