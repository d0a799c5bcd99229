using System.Runtime.CompilerServices;
using Xunit;

namespace Integration.Tests.Integration.Console;

/// <summary>Compares with a file under <c>Approved</c>. What differs is written beside it as <c>.received</c>, to be looked at and, if it is meant, to take its place.</summary>
internal static class Approval
{
    public static void Check(string file, string actual, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, "Approved", file);
        var received = approved + ".received";
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"Not as approved: compare Approved/{file} with Approved/{file}.received.");
    }
}
