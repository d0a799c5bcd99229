using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Probing;

/// <summary>What follows from the settings alone.</summary>
internal static class SetUpProbe
{
    private static readonly string[] TestWords = ["sandbox", "test", "dev", "staging", "demo", "localhost", "127.0.0.1", "uat"];
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    public static IEnumerable<ProbeFinding> Examine(ConnectionDefinition connection, AcumaticaSettings settings)
    {
        var isTest = TestWords.Any(word => $"{connection.Url.Host} {settings.Tenant}".Contains(word, StringComparison.OrdinalIgnoreCase));
        yield return new ProbeFinding("sandbox-or-production", ProbeLevel.Ok, isTest
            ? $"By its names ({connection.Url.Host}, {settings.Tenant}) this is a test system."
            : $"By its names ({connection.Url.Host}, {settings.Tenant}) this is a PRODUCTION system.");
        yield return settings.UniqueReference
            ? new ProbeFinding("unique-reference", ProbeLevel.NotChecked, $"Assumed by the setting uniqueReference: the order type {settings.OrderType} forbids duplicate customer order numbers. The API does not show it.",
                "On Order Types (SO201000) set Require Customer Order Nbr. and Customer Order Nbr. Validation = Forbid Duplicates.")
            : new ProbeFinding("unique-reference", ProbeLevel.Warning, $"Nothing in Acumatica forbids a second order with our reference; after a lost answer the connector waits {settings.LongestLateCommit.TotalMinutes:0} minutes and looks.",
                $"Forbid duplicates on the order type {settings.OrderType} (docs/acumatica.md) and set uniqueReference to true.");
        yield return new ProbeFinding("seats", ProbeLevel.NotChecked, $"This connection takes up to {settings.Seats} API session(s) of the licence (a trial has 2). The licence's count cannot be read over the API.",
            "Compare with License Monitoring Console (SM604000).");
        if (connection.Deadline < LongEnough)
            yield return new ProbeFinding("deadline", ProbeLevel.Warning, $"Calls are given up after {connection.Deadline.TotalSeconds:0} s. Acumatica may hold a call back for up to 10 minutes without a sign.",
                "Set the connection's deadline to 00:10:00.");
    }
}
