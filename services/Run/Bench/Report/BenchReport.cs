using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench.Report;

/// <summary>What was measured, where and when; by name of the bench.</summary>
internal sealed record BenchReport(Machine Machine, IReadOnlyDictionary<string, IBenchFigures> Figures)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The figures by name, and beside them <c>machine</c> and the <c>bars</c> by name.</summary>
    public string ToJson()
    {
        var json = new JsonObject { ["machine"] = JsonSerializer.SerializeToNode(Machine) };
        foreach (var (name, figures) in Figures) json[name] = JsonSerializer.SerializeToNode(figures, figures.GetType());
        json["bars"] = JsonSerializer.SerializeToNode(Figures.ToDictionary(figures => figures.Key, figures => figures.Value.Lines().Where(line => line.IsMet is not null)));
        return json.ToJsonString(Indented);
    }
}
