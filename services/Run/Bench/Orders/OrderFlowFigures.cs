using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;
using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench.Orders;

/// <summary>Result of <c>order-flow</c>: medians over the measured runs.</summary>
internal sealed record OrderFlowFigures : IBenchFigures
{
    [JsonPropertyName("storeApi")]
    public required string StoreApi { get; init; }

    [JsonPropertyName("addOn")]
    public required bool AddOn { get; init; }

    /// <summary>Orders created in the ERP per second.</summary>
    [JsonPropertyName("ordersPerSecond")]
    public required double OrdersPerSecond { get; init; }

    [JsonPropertyName("p50Ms")]
    public required double P50 { get; init; }

    [JsonPropertyName("p99Ms")]
    public required double P99 { get; init; }

    /// <summary>Until the shop's order carries the ERP's number.</summary>
    [JsonPropertyName("backP50Ms")]
    public required double BackP50 { get; init; }

    [JsonPropertyName("backP99Ms")]
    public required double BackP99 { get; init; }

    [JsonPropertyName("cpuMsPerOrder")]
    public required IReadOnlyDictionary<string, double> CpuMsPerOrder { get; init; }

    [JsonPropertyName("ceiling")]
    public required Ceiling Ceiling { get; init; }

    [JsonPropertyName("erpCallsPerOrder")]
    public required double ErpCalls { get; init; }

    [JsonPropertyName("shopCallsPerOrder")]
    public required double ShopCalls { get; init; }

    [JsonPropertyName("messagesPerOrder")]
    public required double Messages { get; init; }

    [JsonPropertyName("commitsPerOrder")]
    public required double Commits { get; init; }

    /// <summary>Smallest and largest orders per second, p99 and CPU of ours over the runs.</summary>
    [JsonPropertyName("spread")]
    public required IReadOnlyDictionary<string, IReadOnlyList<double>> Spread { get; init; }

    /// <summary>Whether every measured run kept up.</summary>
    [JsonPropertyName("isKeptUp")]
    public required bool IsKeptUp { get; init; }

    /// <summary>The steps that looked for the rate.</summary>
    [JsonPropertyName("steps")]
    public required IReadOnlyList<OrderRunFigures> Steps { get; init; }

    [JsonPropertyName("runs")]
    public required IReadOnlyList<OrderRunFigures> Runs { get; init; }

    public static OrderFlowFigures Of(BenchOptions options, IReadOnlyList<OrderRunFigures> steps, IReadOnlyList<OrderRunFigures> runs, Ceiling ceiling)
    {
        double Median(Func<OrderRunFigures, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
        var (messages, commits) = (Median(run => run.MessagesPerOrder), Median(run => run.CommitsPerOrder));
        return new OrderFlowFigures
        {
            StoreApi = options.StoreApi,
            AddOn = options.AddOn,
            OrdersPerSecond = Median(run => run.OrdersPerSecond),
            P50 = Median(run => run.InErp?.P50 ?? double.PositiveInfinity),
            P99 = Median(run => run.InErp?.P99 ?? double.PositiveInfinity),
            BackP50 = Median(run => run.Back?.P50 ?? 0),
            BackP99 = Median(run => run.Back?.P99 ?? 0),
            CpuMsPerOrder = runs[0].CpuMsPerOrder.Keys.ToDictionary(process => process, process => Median(run => run.CpuMsPerOrder[process])),
            Ceiling = ceiling.Per(messages, commits),
            ErpCalls = Math.Round(Median(run => run.ErpCallsPerOrder.Values.Sum()), 2),
            ShopCalls = Math.Round(Median(run => run.ShopCallsPerOrder.Values.Sum()), 2),
            Messages = messages,
            Commits = commits,
            Spread = new Dictionary<string, IReadOnlyList<double>>
            {
                ["ordersPerSecond"] = Ends(run => run.OrdersPerSecond), ["p99Ms"] = Ends(run => run.InErp?.P99 ?? 0), ["cpuMsPerOrder"] = Ends(run => run.CpuMsPerOrder[CpuAccount.Ours]),
            },
            IsKeptUp = runs.All(run => run.IsKeptUp),
            Steps = steps,
            Runs = runs,
        };

        IReadOnlyList<double> Ends(Func<OrderRunFigures, double> figure) => [runs.Min(figure), runs.Max(figure)];
    }

    public IEnumerable<FigureLine> Lines()
    {
        yield return FigureLine.AtLeast("orders kept up", IsKeptUp ? OrdersPerSecond : 0, "/s", 60, "; aim 100");
        yield return FigureLine.AtMost("in the ERP, p99", P99, " ms", OrderRunFigures.LongestP99);
        yield return FigureLine.Of("in the ERP, p50", P50, " ms", "aim ≤ 150 ms");
        yield return FigureLine.Of("number back in the shop, p50", BackP50, " ms");
        yield return FigureLine.Of("number back in the shop, p99", BackP99, " ms");
        if (Runs[0].Status is not null)
        {
            yield return FigureLine.Of("shipped to status in the shop, p50", Runs.Max(run => run.Status?.P50 ?? 0), " ms");
            yield return FigureLine.Of("shipped to status in the shop, p99", Runs.Max(run => run.Status?.P99 ?? 0), " ms");
        }

        yield return FigureLine.Of("CPU of ours per order", CpuMsPerOrder[CpuAccount.Ours], " ms", "aim ≤ 8 ms");
        foreach (var (process, spent) in CpuMsPerOrder.Where(entry => entry.Key != CpuAccount.Ours).OrderByDescending(entry => entry.Value))
        {
            yield return FigureLine.Of($"  {process}", spent, " ms");
        }

        yield return FigureLine.AtMost("ERP calls per order", ErpCalls, "", 3);
        yield return FigureLine.Of("shop calls per order", ShopCalls, "");
        yield return FigureLine.Of("messages per order", Messages, "", $"broker alone: {FigureLine.Number(Ceiling.BrokerMessages)}/s, so {FigureLine.Number(Ceiling.BrokerOrders ?? 0)} orders/s");
        yield return FigureLine.Of("commits per order", Commits, "", $"database alone: {FigureLine.Number(Ceiling.DatabaseCommits)}/s, so {FigureLine.Number(Ceiling.DatabaseOrders ?? 0)} orders/s");
    }

    public IEnumerable<Plot> Plots() =>
    [
        new LinePlot("Latency from the intended checkout", "ms", "% of orders", [.. Runs.Where(run => run.InErp is not null).SelectMany((run, index) => new[]
        {
            ($"in the ERP, run {index + 1}", run.InErp!.Curve()), ($"number back, run {index + 1}", run.Back?.Curve() ?? []),
        })], IsLogarithmic: true),
        new LinePlot("Orders over time, last run", "s", "orders",
        [
            ("placed", [.. Runs[^1].Moments.Select(moment => (moment.Second, (double)moment.Placed))]), ("in the ERP", [.. Runs[^1].Moments.Select(moment => (moment.Second, (double)moment.InErp))]),
        ]),
        new BarPlot("CPU per order", "ms", [.. Steps.Concat(Runs).Select(run => ($"{run.Offered:0.#}/s", (IReadOnlyList<(string, double)>)
            [.. run.CpuMsPerOrder.Where(entry => entry.Key != CpuAccount.Ours).Select(entry => (entry.Key, entry.Value))]))]),
    ];
}
