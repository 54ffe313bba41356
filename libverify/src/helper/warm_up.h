// SPDX-License-Identifier: Apache-2.0
// What each library does at its first use, done once for all that is forked afterwards.
#ifndef SCEAU_HELPER_WARM_UP_H_
#define SCEAU_HELPER_WARM_UP_H_

namespace sceau::helper {

// Loads what is loaded late, draws and searches a page of ours, and keeps that page open: Poppler
// frees its tables with the last document.
void WarmUp();

// The same for pictures of a camera: searches one of ours.
void WarmUpFrames();

}  // namespace sceau::helper

#endif  // SCEAU_HELPER_WARM_UP_H_
