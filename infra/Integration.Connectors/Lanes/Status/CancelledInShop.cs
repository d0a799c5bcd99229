using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Status;

/// <summary>Shows in the shop that the ERP cancelled an order: by the payment status where the pair names a code for it, else by the fulfilment status.</summary>
internal sealed class CancelledInShop(StorefrontWriting writing)
{
    /// <summary>The lookup from canonical payment status (<c>cancelled</c>) to the shop's code.</summary>
    public const string PaymentLookup = "payment-status-codes";

    private const string Row = "cancelled";

    public Task<EffectRun.Postponed?> RunAsync(
        Connected connected, IStorefront storefront, ShowOrderCancelled command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var pair = connected.Pair(command.Key.Pair);
        var (id, what) = (command.Key.OrderId, "cancelled");
        StorefrontWrite Write(string code, Func<CancellationToken, Task<LookOutcome>> look, Func<CancellationToken, Task<WriteOutcome>> write) => new()
        {
            Key = command.Key, Number = command.Number, Operation = StorefrontOperations.Cancelled, Revision = command.Revision, Revised = true,
            What = $"{what} ({code})", Look = look, Write = write, Retry = Timeline.Retry(receipt.Queue, command),
        };

        if (StatusCodes.Of(pair, PaymentLookup, Row) is { } payment && storefront.PaymentStatus is { } payments)
        {
            return writing.RunAsync(connected, Write(payment, token => payments.LookAsync(id, payment, token), token => payments.SetAsync(id, payment, token)),
                what, last: true, receipt, log, ct);
        }

        if (StatusCodes.Of(pair, StatusLane.StatusLookup, Row) is { } code && storefront.FulfilmentStatus is { } fulfilment)
        {
            return writing.RunAsync(connected, Write(code, token => fulfilment.LookAsync(id, code, token), token => fulfilment.SetAsync(id, code, token)),
                what, last: true, receipt, log, ct);
        }

        return writing.TellAsync(command.Key, command.Number, StorefrontOperations.Cancelled, StorefrontDetails.Unmapped,
            $"The pair has no code for a cancelled order in the lookups '{PaymentLookup}' and '{StatusLane.StatusLookup}', so the shop goes on showing it as it is.", true, receipt, log, ct);
    }
}
