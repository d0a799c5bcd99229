using System.Globalization;

namespace Integration.Tests.Chaos.Harness;

/// <summary>How much a test does: little in <c>./test</c>, all that its bar names by <c>./chaos</c>.</summary>
internal static class ChaosScale
{
    private const string FullVariable = "INTEGRATION_CHAOS_FULL";
    private const string PartVariable = "INTEGRATION_CHAOS_PART";
    private const string SeedVariable = "INTEGRATION_CHAOS_SEED";

    /// <summary>Whether <c>./chaos</c> runs us.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable(FullVariable) == "1";

    /// <summary>Seed of all dice of this run.</summary>
    public static int Seed { get; } = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 1;

    /// <summary>Which part of the full number of orders is placed: 1 unless told, for a machine or an hour that has not the time.</summary>
    public static double Part { get; } = Environment.GetEnvironmentVariable(PartVariable) is { Length: > 0 } part ? double.Parse(part, CultureInfo.InvariantCulture) : 1;

    /// <summary>Few orders, or the bar's number of them.</summary>
    public static int Orders(int @short, int full) => IsFull ? (int)Math.Ceiling(full * Part) : @short;

    /// <summary>The one or the other.</summary>
    public static T Of<T>(T @short, T full) => IsFull ? full : @short;
}
