using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>What <c>./bench</c> was asked for.</summary>
internal sealed record BenchOptions
{
    /// <summary>The pair of the sandbox shop and a sandbox ERP; <c>calls</c> and <c>stock</c> know every pair.</summary>
    public string Pair { get; init; } = SandboxPairFile.Pair;

    /// <summary>The durations that the bars name instead of those that fit into four minutes.</summary>
    public bool Full { get; init; }

    /// <summary>Measured runs; null is the bench's own number.</summary>
    public int? Runs { get; init; }

    /// <summary>Orders per second to place; null looks for the highest rate that is kept up.</summary>
    public double? Rate { get; init; }

    /// <summary>Seconds of one measured window; null is the bench's own.</summary>
    public int? Seconds { get; init; }

    /// <summary>The API of the sandbox shop.</summary>
    public string StoreApi { get; init; } = "5.4";

    /// <summary>The shop has our add-on, and so hints.</summary>
    public bool AddOn { get; init; } = true;

    /// <summary>The ERP's warehouse ships every order, so that status and tracking number go back.</summary>
    public bool Ship { get; init; }

    /// <summary>Records of the backfill.</summary>
    public int Records { get; init; } = 100_000;

    /// <summary>Products of the stock bench.</summary>
    public int Skus { get; init; } = 100_000;

    /// <summary>Measured changes of the hint bench.</summary>
    public int Changes { get; init; } = 100;

    /// <summary>Stored orders that the growth bench compares with few.</summary>
    public int Stored { get; init; } = 100_000;
}
