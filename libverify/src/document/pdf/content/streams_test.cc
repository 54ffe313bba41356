// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/streams.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "base/status.h"
#include "codec/zlib.h"
#include "document/image/matchers_testing.h"

namespace sceau::document {
namespace {

using testing::IsRefused;

enum class Cipher { kNone, kRc4, kAes128, kAes256 };

// A file with one stream, /S of its catalogue, that says it was deflated.
std::string PdfWith(const std::string& data, Cipher cipher) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, data);
  stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
  pdf.getRoot().replaceKey("/S", pdf.makeIndirectObject(stream));
  QPDFWriter writer(pdf);
  writer.setStreamDataMode(qpdf_s_preserve);
  const auto lock = [&](auto set, auto... more) {
    (writer.*set)("", "owner", true, true, true, true, true, true, qpdf_r3p_full, more...);
  };
  if (cipher == Cipher::kRc4) lock(&QPDFWriter::setR3EncryptionParametersInsecure);
  if (cipher == Cipher::kAes128) lock(&QPDFWriter::setR4EncryptionParametersInsecure, true, true);
  if (cipher == Cipher::kAes256) lock(&QPDFWriter::setR6EncryptionParameters, true);
  writer.setOutputMemory();
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

absl::StatusOr<Bytes> ReadFrom(const std::string& file, std::size_t limit) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("test", file.data(), file.size());
  return ReadStream(pdf.getRoot().getKey("/S"), limit);
}

TEST(StreamsTest, DataThatCannotBeDecodedIsRefusedWhateverTheCipher) {
  BoundStreamFilters();
  const Bytes whole = *codec::Deflate(Bytes(1000, 'a'), codec::DeflateKind::kSparse);
  const std::string good(whole.begin(), whole.end());
  for (const Cipher cipher : {Cipher::kNone, Cipher::kRc4, Cipher::kAes128, Cipher::kAes256}) {
    SCOPED_TRACE(static_cast<int>(cipher));
    const auto read = ReadFrom(PdfWith(good, cipher), 1000);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, Bytes(1000, 'a'));
    for (const char* damaged : {"", "not deflated", "x"})
      EXPECT_THAT(ReadFrom(PdfWith(damaged, cipher), 1000), IsRefused(Reason::kDocumentDamaged));
    EXPECT_FALSE(ReadFrom(PdfWith(good, cipher), 999).ok());
  }
}

}  // namespace
}  // namespace sceau::document
