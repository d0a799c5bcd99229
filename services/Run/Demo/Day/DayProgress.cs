using System.Text.Json;

namespace Integration.Run.Demo.Day;

/// <summary>What the day wrote down before it went on, so that <c>--resume</c> finishes it: <c>day.json</c> in the stack's folder.</summary>
internal sealed record DayProgress
{
    private const string FileName = "day.json";

    /// <summary>The run that it belongs to.</summary>
    public required string Run { get; init; }

    /// <summary>What the services had counted before the day.</summary>
    public required DayCounts Before { get; init; }

    /// <summary>The SKUs that the shop had before the day.</summary>
    public required IReadOnlyList<string> ProductsBefore { get; init; }

    /// <summary>Changes to products and stock were made on both sides.</summary>
    public bool Changed { get; init; }

    /// <summary>Customers were corrected in the ERP.</summary>
    public bool Corrected { get; init; }

    /// <summary>The corrections were seen in the shop, and one of the customers was then changed on both sides.</summary>
    public bool Clashed { get; init; }

    /// <summary>A piece came in without a trace, so that the losses fall between two readings of all stock.</summary>
    public bool Received { get; init; }

    /// <summary>References whose orders were lost in the ERP behind our back.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>The reference whose amount was falsified in the ERP, or null.</summary>
    public string? Drifted { get; init; }

    /// <summary>The item whose stock moved in the ERP without a trace, or null.</summary>
    public string? Stale { get; init; }

    /// <summary>The reconciliation that was started, or null.</summary>
    public string? Reconciliation { get; init; }

    public void Save(string folder)
    {
        var file = Path.Combine(folder, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this));
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>What an earlier process wrote down for this run, or null.</summary>
    public static DayProgress? Load(string folder, string run)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) && JsonSerializer.Deserialize<DayProgress>(File.ReadAllText(file)) is { } found && found.Run == run ? found : null;
    }
}
