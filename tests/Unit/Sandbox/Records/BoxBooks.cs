using Integration.Sandbox.Records;
using Integration.Sandbox.Storage;

namespace Integration.Tests.Unit.Sandbox.Records;

internal sealed class BoxBooks(SandboxStore store) : Books<Box, long, BoxSave>(store, _ => [nameof(Box.Number)])
{
    protected override BoxSave Begin(Dictionary<string, long> numbers) => new(Rows, numbers);

    protected override IReadOnlyList<Box> Read(SandboxUnit unit) =>
        [.. unit.All<Stored>(Kind).Select(stored => new Box(stored.Id) { Number = stored.Number, Colour = stored.Colour })];

    protected override void Write(SandboxUnit unit, string id, Box row) => unit.Put(Kind, id, new Stored(row.Id, row.Number, row.Colour));

    private sealed record Stored(long Id, long Number, string Colour);
}
