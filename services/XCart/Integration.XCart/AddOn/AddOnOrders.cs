using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.XCart.AddOn;

/// <summary>Adds to orders through the add-on, which does it in one step and only once however often it is asked.</summary>
internal sealed class AddOnOrders(AddOnBridge bridge)
{
    /// <summary>Most letters of what it takes.</summary>
    public const int LongestText = 255;

    /// <summary>Adds a tracking number.</summary>
    public Task<WriteOutcome> TrackAsync(RecordRef order, string number, CancellationToken ct) =>
        AddAsync(AddOnCalls.Tracking, order, "number", number, ct);

    /// <summary>Puts a line below the staff notes.</summary>
    public Task<WriteOutcome> NoteAsync(RecordRef order, string line, CancellationToken ct) =>
        AddAsync(AddOnCalls.Notes, order, "line", line, ct);

    private async Task<WriteOutcome> AddAsync(string call, RecordRef order, string field, string text, CancellationToken ct)
    {
        if (text.Length > LongestText) return new WriteOutcome.Rejected([new Reason(field, $"The add-on takes at most {LongestText} letters.")]);
        return await bridge.WriteAsync<AddOnAddition>(call, $"order={order.Id}", new JsonObject { [field] = text }, ct) switch
        {
            AddOnAnswer<AddOnAddition>.Given { Value.Result: "added" } => new WriteOutcome.Done(order, new JsonObject { [field] = text }.ToJsonString()),
            AddOnAnswer<AddOnAddition>.Given { Value.Result: "present" } => new WriteOutcome.AlreadyDone(order),
            AddOnAnswer<AddOnAddition>.Failed failed => failed.Outcome,
            AddOnAnswer<AddOnAddition>.Gone => AddOnBridge.Gone,
            _ => new WriteOutcome.Unknown("The add-on's answer does not say what it did."),
        };
    }
}
