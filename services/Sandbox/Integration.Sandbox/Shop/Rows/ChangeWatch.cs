using System.Text.Json.Nodes;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.Rows;

/// <summary>Remembers the rows of some tables as they were before a transaction first wrote to them.</summary>
internal sealed class ChangeWatch(IReadOnlySet<string> entities)
{
    private readonly Dictionary<(string Entity, string Id), JsonObject?> _before = [];

    /// <summary>The rows written to, in that order; null for a new one.</summary>
    public IEnumerable<(string Entity, string Id, JsonObject? Before)> Touched =>
        _before.Select(pair => (pair.Key.Entity, pair.Key.Id, pair.Value));

    public void Touch(SandboxUnit unit, string entity, string id)
    {
        if (entities.Contains(entity) && !_before.ContainsKey((entity, id)))
        {
            _before[(entity, id)] = unit.Find<JsonObject>(entity, id);
        }
    }
}
