using System.Diagnostics;

namespace Integration.Platform.Messaging;

/// <summary>What of an exception may leave the process: its type, and its text only if that was written to be shown.</summary>
internal static class FaultText
{
    public static string TypeOf(Exception exception) => Innermost(exception).GetType().FullName!;

    public static string MessageOf(Exception exception)
    {
        var cause = Innermost(exception);
        return cause is PlainFaultException ? cause.Message : $"{cause.GetType().Name} in {PlaceOf(cause)}";
    }

    private static Exception Innermost(Exception exception) =>
        exception is AggregateException or MassTransit.MassTransitException && exception.InnerException is { } inner
            ? Innermost(inner)
            : exception;

    private static string PlaceOf(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: false).GetFrames();
        var own = frames.Select(frame => frame.GetMethod()).FirstOrDefault(
            method => method?.DeclaringType?.FullName?.StartsWith("Integration.", StringComparison.Ordinal) == true);
        var type = own?.DeclaringType;

        return type is null ? "unknown code" : $"{type.FullName!.Split('+')[0]}.{NameOf(own!, type)}";
    }

    private static string NameOf(System.Reflection.MethodBase method, Type type) =>
        Written(type.Name) ?? Written(method.Name) ?? method.Name;

    // <Method>d__1 and <Method>b__0 are the compiler's; Method is what was written.
    private static string? Written(string name)
    {
        var end = name.IndexOf('>', StringComparison.Ordinal);
        return name.StartsWith('<') && end > 1 ? name[..end].TrimStart('<') : null;
    }
}
