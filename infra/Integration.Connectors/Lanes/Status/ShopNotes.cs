using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Status;

/// <summary>Notes in the shop what people in the ERP changed, where the pair wants it and the shop takes it.</summary>
internal sealed class ShopNotes(StorefrontWriting writing)
{
    private const string More = " …";

    public Task<EffectRun.Postponed?> RunAsync(
        Connected connected, IStorefront storefront, AddOrderNote command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (connected.Pair(command.Key.Pair) is not { ErpEdits: ErpEditRule.StaffNote })
        {
            return writing.TellAsync(command.Key, command.Number, StorefrontOperations.Note, StorefrontDetails.Unmapped, "No note in the shop: the pair tells it on the timeline only.", true, receipt, log, ct);
        }

        if (storefront.Notes is not { } port)
        {
            return writing.TellAsync(command.Key, command.Number, StorefrontOperations.Note, StorefrontDetails.Unsupported, "This shop cannot take: a staff note.", true, receipt, log, ct);
        }

        var line = command.Text.Length <= port.LongestLine ? command.Text : command.Text[..(port.LongestLine - More.Length)] + More;
        return writing.RunAsync(connected, new StorefrontWrite
        {
            Key = command.Key,
            Number = command.Number,
            Operation = StorefrontOperations.Note,
            Value = line,
            What = "a staff note about the change",
            AddsOnce = port.AddsOnceAsync,
            Look = token => port.LookAsync(command.Key.OrderId, line, token),
            Write = token => port.AddAsync(command.Key.OrderId, line, token),
            Retry = Timeline.Retry(receipt.Queue, command),
        }, "note", last: true, receipt, log, ct);
    }
}
