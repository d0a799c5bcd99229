using System.Text.Json;

namespace Integration.Run.Demo;

/// <summary>What a demo run wrote down before it went on, so that <c>--resume</c> finishes an interrupted one: <c>demo.json</c> in the stack's folder.</summary>
internal sealed record DemoProgress
{
    private const string FileName = "demo.json";

    /// <summary>Marks this run's orders in the shop (their customer note), so that a resumed run finds even one that was placed but not written down.</summary>
    public required string Run { get; init; }

    /// <summary>The kinds that the run places.</summary>
    public required IReadOnlyList<DemoKind> Mix { get; init; }

    /// <summary>The orders placed so far, in the mix's order.</summary>
    public IReadOnlyList<DemoOrder> Placed { get; init; } = [];

    public void Save(string folder)
    {
        var file = Path.Combine(folder, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this));
        File.Move(file + ".new", file, overwrite: true);
    }

    public static DemoProgress? Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<DemoProgress>(File.ReadAllText(file)) : null;
    }
}
