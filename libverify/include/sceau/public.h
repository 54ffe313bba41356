// SPDX-License-Identifier: Apache-2.0
// What the libraries show to programs that are linked with them: all that is declared in a
// namespace that is opened with this word.
#ifndef SCEAU_PUBLIC_H_
#define SCEAU_PUBLIC_H_

#define SCEAU_PUBLIC [[gnu::visibility("default")]]

#endif  // SCEAU_PUBLIC_H_
