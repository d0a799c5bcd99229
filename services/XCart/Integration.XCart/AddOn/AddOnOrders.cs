using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.XCart.Api;

namespace Integration.XCart.AddOn;

/// <summary>Adds to orders through the add-on, which does it in one step and only once however often it is asked.</summary>
internal sealed class AddOnOrders(AddOnBridge bridge)
{
    /// <summary>Most letters of what it takes.</summary>
    public const int LongestText = 255;

    /// <summary>Adds a tracking number.</summary>
    public Task<WriteOutcome> TrackAsync(string orderId, string number, CancellationToken ct) =>
        AddAsync(AddOnCalls.Tracking, orderId, "number", number, ct);

    /// <summary>Puts a line below the staff notes.</summary>
    public Task<WriteOutcome> NoteAsync(string orderId, string line, CancellationToken ct) =>
        AddAsync(AddOnCalls.Notes, orderId, "line", line, ct);

    /// <summary>True when the shop has the add-on and it takes this call.</summary>
    public async Task<bool> TakesAsync(string call, CancellationToken ct) => (await bridge.StandAsync(ct)).Can(call);

    private async Task<WriteOutcome> AddAsync(string call, string orderId, string field, string text, CancellationToken ct)
    {
        if (ShopId.Of(orderId) is not { } id) return new WriteOutcome.Rejected([new Reason("order", ShopId.NoOrderId)]);
        if (text.Length > LongestText) return new WriteOutcome.Rejected([new Reason(field, $"The add-on takes at most {LongestText} letters.")]);
        return await bridge.WriteAsync<AddOnAddition>(call, $"order={id}", new JsonObject { [field] = text }, ct) switch
        {
            AddOnAnswer<AddOnAddition>.Given { Value.Result: "added" } => new WriteOutcome.Done(Ref(orderId), new JsonObject { [field] = text }.ToJsonString()),
            AddOnAnswer<AddOnAddition>.Given { Value.Result: "present" } => new WriteOutcome.AlreadyDone(Ref(orderId)),
            AddOnAnswer<AddOnAddition>.Failed failed => failed.Outcome,
            AddOnAnswer<AddOnAddition>.Gone => AddOnBridge.Gone,
            _ => new WriteOutcome.Unknown("The add-on's answer does not say what it did."),
        };
    }

    // The add-on does not tell the order's number.
    private static RecordRef Ref(string orderId) => new(Entities.Order, orderId, "");
}
