using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Status;

/// <summary>Writing half of the status lane, on every storefront connection: ERP number, fulfilment status, cancellations, tracking numbers, notes.</summary>
internal sealed class StatusLane(StorefrontWriting writing, CancelledInShop cancelled, ShopNotes notes, LaneMessage messages) : ILaneHalves
{
    /// <summary>The lookup from canonical fulfilment status (<c>shipped</c>) to the shop's code.</summary>
    public const string StatusLookup = "fulfilment-status";

    /// <summary>The lookup from the ERP's ship-via code to the carrier's name; a code without a row is shown as it is.</summary>
    public const string CarrierLookup = "carriers";

    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront storefront
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name).Select(pair => Half(connected, storefront, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefront storefront, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var queue = new QueueDefinition { Name = Queues.OrdersStatus(pair.Name), Prefetch = calls * 2, Concurrency = calls };
        return new LaneHalf([new LaneQueue(queue, endpoint =>
        {
            endpoint.Handler<WriteErpNumber>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => ErpNumberAsync(connected, storefront, context.Message, receipt, log, ct)));
            endpoint.Handler<SetFulfilmentStatus>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => StatusAsync(connected, storefront, context.Message, receipt, log, ct)));
            endpoint.Handler<ShowOrderCancelled>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => cancelled.RunAsync(connected, storefront, context.Message, receipt, log, ct)));
            endpoint.Handler<AddOrderNote>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => notes.RunAsync(connected, storefront, context.Message, receipt, log, ct)));
            endpoint.Handler<AddTracking>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => TrackingAsync(connected, storefront, context.Message, receipt, log, ct)));
        })], []);
    }

    private Task<EffectRun.Postponed?> ErpNumberAsync(
        Connected connected, IStorefront storefront, WriteErpNumber command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (storefront.ErpNumber is not { } port) return UnsupportedAsync(command, command.Number, StorefrontOperations.ErpNumber, receipt, log, ct);
        return writing.RunAsync(connected, new StorefrontWrite
        {
            Key = command.Key,
            Number = command.Number,
            Operation = StorefrontOperations.ErpNumber,
            Value = command.ErpNumber,
            What = $"ERP number {command.ErpNumber}",
            AddsOnce = port.AddsOnceAsync,
            Look = token => port.LookAsync(command.Key.OrderId, command.ErpNumber, token),
            Write = token => port.WriteAsync(command.Key.OrderId, command.ErpNumber, token),
            Retry = Timeline.Retry(receipt.Queue, command),
        }, command.ErpNumber, last: true, receipt, log, ct);
    }

    private Task<EffectRun.Postponed?> StatusAsync(
        Connected connected, IStorefront storefront, SetFulfilmentStatus command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (storefront.FulfilmentStatus is not { } port) return UnsupportedAsync(command, command.Number, StorefrontOperations.FulfilmentStatus, receipt, log, ct);
        var name = command.Row ?? JsonNamingPolicy.CamelCase.ConvertName(command.Status.ToString());
        if (connected.Pair(command.Key.Pair) is { } pair && StatusCodes.Of(pair, StatusLookup, name) is null)
        {
            if (command.Row is not null)
            {
                return writing.TellAsync(command.Key, command.Number, StorefrontOperations.FulfilmentStatus, StorefrontDetails.Unmapped,
                    $"The shop is not told: {name}. The lookup '{StatusLookup}' has no row for it.", true, receipt, log, ct);
            }


            return writing.RaiseAsync(command.Key, command.Number, AttentionClasses.UnmappedCode,
                [new Reason($"lookups.{StatusLookup}", $"'{name}' has no code of the shop in the lookup '{StatusLookup}'.") { Cause = new ReasonCause { Table = StatusLookup, Code = name } }],
                $"Add a row for '{name}' to the lookup '{StatusLookup}' of the pair, then retry.", Timeline.Retry(receipt.Queue, command), receipt, log, ct);
        }

        var code = StatusCodes.Of(connected.Pair(command.Key.Pair), StatusLookup, name) ?? "";
        return writing.RunAsync(connected, new StorefrontWrite
        {
            Key = command.Key,
            Number = command.Number,
            Operation = StorefrontOperations.FulfilmentStatus,
            Revision = command.Revision,
            Revised = true,
            What = $"status {name} ({code})",
            Look = token => port.LookAsync(command.Key.OrderId, code, token),
            Write = token => port.SetAsync(command.Key.OrderId, code, token),
            Retry = Timeline.Retry(receipt.Queue, command),
        }, name, last: true, receipt, log, ct);
    }

    private async Task<EffectRun.Postponed?> TrackingAsync(
        Connected connected, IStorefront storefront, AddTracking command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (storefront.Tracking is not { } port) return await UnsupportedAsync(command, command.Number, StorefrontOperations.Tracking, receipt, log, ct);
        // Shops keep the number alone; the carrier's name stands on the timeline.
        var carrier = StatusCodes.Of(connected.Pair(command.Key.Pair), CarrierLookup, command.Carrier) ?? command.Carrier;
        var numbers = command.TrackingNumbers.Distinct(StringComparer.Ordinal).ToList();
        for (var at = 0; at < numbers.Count; at++)
        {
            var number = numbers[at];
            var postponed = await writing.RunAsync(connected, new StorefrontWrite
            {
                Key = command.Key,
                Number = command.Number,
                Operation = StorefrontOperations.Tracking,
                Value = number,
                What = carrier.Length == 0 ? $"tracking number {number}" : $"tracking number {number} ({carrier})",
                AddsOnce = port.AddsOnceAsync,
                Look = token => port.LookAsync(command.Key.OrderId, number, token),
                Write = token => port.AddAsync(command.Key.OrderId, number, token),
                Retry = Timeline.Retry(receipt.Queue, command),
            }, command.Shipment, last: at == numbers.Count - 1, receipt, log, ct);
            if (postponed is not null) return postponed;
        }

        return numbers.Count > 0
            ? null
            : await writing.TellAsync(command.Key, command.Number, StorefrontOperations.Tracking, command.Shipment, "No tracking number to write.", true, receipt, log, ct);
    }

    private Task<EffectRun.Postponed?> UnsupportedAsync(
        IOrderMessage command, string number, string operation, Receipt receipt, CallLog log, CancellationToken ct) =>
        writing.TellAsync(command.Key, number, operation, StorefrontDetails.Unsupported, $"This shop cannot take: {operation}.", true, receipt, log, ct);
}
