using Xunit;

namespace Integration.Tests.Chaos.Harness;

/// <summary>What a test counted, in plain words for whoever reads the last lines.</summary>
internal static class Verdict
{
    private const string FileVariable = "INTEGRATION_CHAOS_REPORT";
    private static readonly Lock Writing = new();

    /// <summary>Told beside the outcome; <c>./chaos</c> prints it with the bar.</summary>
    public static void Tell(string text)
    {
        TestContext.Current.SendDiagnosticMessage(text);
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file) return;
        lock (Writing) File.AppendAllText(file, text.ReplaceLineEndings(" ") + "\n");
    }
}
