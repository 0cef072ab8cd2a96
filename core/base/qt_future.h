#pragma once

// <QFuture> without one wrong assertion. When the context object of `.then(context, ...)` is gone, Qt 6.4 is meant to
// drop the continuation, and in release builds it does; in debug builds qfuture_impl.h asserts that the context is
// alive and aborts. Deleting the context is how this program cancels. Must come before any other inclusion of
// <QFuture>.

#include <QtCore/qexception.h>
#include <QtCore/qfutureinterface.h>
#include <QtCore/qglobal.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qpointer.h>
#include <QtCore/qpromise.h>
#include <QtCore/qstring.h>
#include <QtCore/qthreadpool.h>

#pragma push_macro("Q_ASSERT")
#undef Q_ASSERT
#define Q_ASSERT(condition) static_cast<void>(false && (condition))
#include <QtCore/qfuture.h>
#pragma pop_macro("Q_ASSERT")
