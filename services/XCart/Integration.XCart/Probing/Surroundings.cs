using Integration.Connectors.Ports;

namespace Integration.XCart.Probing;

/// <summary>Checks that need no further call.</summary>
internal static class Surroundings
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);
    private static readonly string[] TestWords = ["test", "staging", "stage", "sandbox", "demo", "dev", "local", "uat"];

    public static ProbeFinding Transport(Uri url) => url.Scheme == Uri.UriSchemeHttps
        ? new ProbeFinding("transport", ProbeLevel.Ok, "Calls are encrypted.")
        : new ProbeFinding("transport", ProbeLevel.Warning, "Calls are not encrypted, and the key travels in them.", "Use https unless the shop runs on this machine.");

    /// <summary>The shop's clock against ours; the time that the call took is no difference.</summary>
    public static ProbeFinding Clock(DateTimeOffset? shop, DateTimeOffset before, DateTimeOffset after)
    {
        if (shop is not { } clock) return new ProbeFinding("clock", ProbeLevel.NotChecked, "The shop's answer carries no time; our own clock is used in its place.");
        var difference = clock > after ? clock - after : clock < before ? clock - before : TimeSpan.Zero;
        return difference.Duration() <= Tolerance
            ? new ProbeFinding("clock", ProbeLevel.Ok, "The shop's clock and ours agree.")
            : new ProbeFinding("clock", ProbeLevel.Warning, $"The shop's clock differs from ours by {difference.TotalSeconds:0} seconds. Sweeps go by the shop's clock; order dates are as it gives them.", "Let both servers set their time by NTP.");
    }

    /// <summary>A guess by the name, since nothing else tells.</summary>
    public static ProbeFinding Purpose(Uri url) => url.IsLoopback || url.Host.Split('.', '-').Any(part => TestWords.Contains(part, StringComparer.OrdinalIgnoreCase))
        ? new ProbeFinding("purpose", ProbeLevel.Ok, $"By its name ({url.Host}) this looks like a test shop.")
        : new ProbeFinding("purpose", ProbeLevel.Ok, $"By its name ({url.Host}) this looks like the real shop.");
}
