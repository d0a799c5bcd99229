using System.Diagnostics;

namespace Integration.Tests.Integration.Security;

/// <summary>Runs one test of this program again, in a process of its own that has a known mistake.</summary>
internal static class BrokenTwin
{
    /// <summary>The exit code, and all that it wrote.</summary>
    public static async Task<(int Exit, string Output)> RunAsync(string method, string defect, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(BrokenTwin).Assembly.Location, "-noColor", "-noLogo", "-method", method]) start.ArgumentList.Add(argument);
        start.Environment["INTEGRATION_ENVIRONMENT"] = "Test";
        start.Environment["INTEGRATION_DEFECT"] = defect;
        start.Environment.Remove("INTEGRATION_CHAOS_REPORT");
        using var process = Process.Start(start)!;
        try
        {
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, string.Concat(output));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
