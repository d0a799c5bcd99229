using System.Globalization;

namespace Integration.Tests.Chaos.Harness;

/// <summary>How much a test does: little in <c>./test</c>, all that its bar names by <c>./chaos</c>.</summary>
internal static class ChaosScale
{
    private const string FullVariable = "INTEGRATION_CHAOS_FULL";
    private const string SeedVariable = "INTEGRATION_CHAOS_SEED";

    /// <summary>Whether <c>./chaos</c> runs us.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable(FullVariable) == "1";

    /// <summary>Seed of all dice of this run.</summary>
    public static int Seed { get; } = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 1;

    /// <summary>The one or the other.</summary>
    public static T Of<T>(T @short, T full) => IsFull ? full : @short;
}
