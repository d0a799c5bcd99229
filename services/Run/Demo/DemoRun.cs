using System.Diagnostics;
using Integration.Contracts.Operations;
using Integration.Run.Demo.Day;
using Integration.Run.Stack;

namespace Integration.Run.Demo;

/// <summary>
/// Places a mix of orders through the sandbox shop, lets the sandbox ERP's warehouse ship what arrives, and counts where every order ended.
/// Every step looks at what is there first, so an interrupted run can be taken up again.
/// </summary>
internal sealed class DemoRun(DemoShop shop, DemoWarehouse warehouse, DemoConsole console, StackState stack, string folder, TimeProvider time, Action<string> say, DayRun? day = null)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    // X-Cart 5.5 takes tracking numbers only through the add-on.
    private bool TakesTracking => stack.StoreApi == "5.4" || stack.AddOn;

    public async Task<DemoFigures> RunAsync(DemoProgress progress, string pair, TimeSpan pace, TimeSpan deadline, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(deadline);
        try
        {
            if (day is not null) await UntilAnsweredAsync(() => day.BeginAsync(progress, patience.Token), patience.Token);
            progress = await UntilAnsweredAsync(() => PlaceAsync(progress, pace, patience.Token), patience.Token);
            while (true)
            {
                var figures = await UntilAnsweredAsync(() => RoundAsync(progress, pair, watch, patience.Token), patience.Token);
                if (figures.Differences(progress.Mix, day?.HeldBack ?? 0).Count == 0)
                {
                    if (day is null || await UntilAnsweredAsync(() => day.GoOnAsync(progress, patience.Token), patience.Token)) return figures;
                }

                if (watch.Elapsed - told > Quiet)
                {
                    told = watch.Elapsed;
                    say($"After {told.TotalSeconds:0} s still open: {string.Join("; ", figures.Differences(progress.Mix, day?.HeldBack ?? 0).Concat(day?.Open ?? []).Take(8))}");
                }

                await Task.Delay(Poll, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            say($"Not finished after {deadline.TotalSeconds:0} s; these are the figures now.");
            return await CountAsync(progress, pair, watch, ct);
        }
    }

    private async Task<DemoFigures> RoundAsync(DemoProgress progress, string pair, Stopwatch watch, CancellationToken ct)
    {
        await CancelHeldAsync(progress, ct);
        if (day is not null) await day.StepAsync(progress, ct);
        await ShipAsync(progress, ct);
        return await CountAsync(progress, pair, watch, ct);
    }

    /// <summary>Any process may be killed during a demo: every step looks at what is there first, so it is simply begun again.</summary>
    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> step, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await step();
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or System.Text.Json.JsonException)
            {
                await Task.Delay(Poll, ct);
            }
        }
    }

    private async Task<DemoProgress> PlaceAsync(DemoProgress progress, TimeSpan pace, CancellationToken ct)
    {
        // What the shop holds decides how far an interrupted run came, not what we wrote down.
        var placed = await shop.OrdersOfAsync(progress.Run, ct);
        var checkouts = new Dictionary<int, DateTimeOffset>();
        for (var index = placed.Count; index < progress.Mix.Count; index++)
        {
            checkouts[index] = time.GetUtcNow();
            await shop.PlaceAsync(DemoCheckouts.For(progress.Run, index, progress.Mix[index]), ct);
            if ((index + 1) % 25 == 0) say($"{index + 1} orders placed");
            if (pace > TimeSpan.Zero) await Task.Delay(pace, time, ct);
        }

        placed = await shop.OrdersOfAsync(progress.Run, ct);
        say($"{placed.Count} orders are in the shop.");
        progress = progress with { Placed = [.. placed.Select((order, index) => new DemoOrder(progress.Mix[index], order.OrderId, order.Number, order.Reference, At(index)))] };
        progress.Save(folder);
        return progress;

        DateTimeOffset? At(int index) => checkouts.TryGetValue(index, out var at) ? at : progress.Placed.ElementAtOrDefault(index)?.CheckoutAt;
    }

    private async Task CancelHeldAsync(DemoProgress progress, CancellationToken ct)
    {
        var doomed = progress.Placed.Where(order => order.Kind == DemoKind.CancelledBeforeErp).ToList();
        if (doomed.Count == 0) return;
        var held = await console.InStateAsync(RecordStates.Held, ct);
        var cancelled = (await shop.OrdersOfAsync(progress.Run, ct)).Where(order => order.IsCancelled).Select(order => order.OrderId).ToHashSet();
        foreach (var order in doomed.Where(order => held.Contains(order.OrderId) && !cancelled.Contains(order.OrderId))) await shop.CancelAsync(order, ct);
    }

    private async Task ShipAsync(DemoProgress progress, CancellationToken ct)
    {
        var arrived = await warehouse.OrdersAsync(ct);
        foreach (var order in progress.Placed.Where(order => day?.MayShip(order) ?? true))
        {
            foreach (var open in arrived[order.Reference].Where(DemoErpOrder.IsOpen)) await warehouse.ShipAsync(open, order.Kind == DemoKind.TwoParcels, ct);
        }
    }

    private async Task<DemoFigures> CountAsync(DemoProgress progress, string pair, Stopwatch watch, CancellationToken ct)
    {
        var inShop = await shop.OrdersOfAsync(progress.Run, ct);
        var inErp = await warehouse.OrdersAsync(ct);
        var called = progress.Placed.Where(order => order.Kind == DemoKind.CancelledInErp).Select(order => order.Reference).ToHashSet(StringComparer.Ordinal);
        var cancelled = called.Count == 0 ? inErp : await warehouse.CancelledAsync(ct);
        var held = await console.InStateAsync(RecordStates.Held, ct);
        var waiting = await console.InStateAsync(RecordStates.Waiting, ct);
        var attention = await console.NeedingAttentionAsync(ct);
        // An order that the ERP had and then cancelled, because the shop did, is in the ERP.
        bool IsInErp(DemoShopOrder order) => inErp.Contains(order.Reference) || (called.Contains(order.Reference) && cancelled.Contains(order.Reference));
        return new DemoFigures
        {
            Pair = pair,
            StoreApi = stack.StoreApi,
            AddOn = stack.AddOn,
            Placed = inShop.Count,
            InErp = inShop.Count(IsInErp),
            Duplicates = inShop.Sum(order => Math.Max(0, inErp[order.Reference].Count() - 1)),
            ShippedBack = inShop.Count(order => IsInErp(order) && (order.IsShipped || order.IsReturned) && (order.TrackingNumbers > 0 || !TakesTracking)),
            CancelledBeforeErp = inShop.Count(order => !IsInErp(order) && order.IsCancelled),
            Waiting = inShop.Count(order => !IsInErp(order) && order.IsUnpaid && waiting.Contains(order.OrderId)),
            Held = inShop.Count(order => !IsInErp(order) && !order.IsCancelled && held.Contains(order.OrderId)),
            Attention = inShop.Count(order => !IsInErp(order) && !order.IsCancelled && attention.Contains(order.OrderId)),
            Processes = stack.Processes.Count,
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
            LookMs = LookDelays.Of(progress.Placed, await console.FirstSeenAsync(ct)),
        };
    }
}
