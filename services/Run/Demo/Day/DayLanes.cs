using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Run.Pairs;
using Integration.Run.Stack;

namespace Integration.Run.Demo.Day;

/// <summary>What the pair does beside orders and their status: lanes that it has on and that the ERP's connector serves.</summary>
internal sealed record DayLanes
{
    private static readonly TimeSpan OfADay = TimeSpan.FromMinutes(5);

    /// <summary>Stock levels to the shop.</summary>
    public required bool Stock { get; init; }

    /// <summary>All of the ERP's stock is read so often that within the day this finds even what moved without a trace.</summary>
    public required bool StockIsReadWhole { get; init; }

    /// <summary>Products to the shop.</summary>
    public required bool Products { get; init; }

    /// <summary>Products to the ERP.</summary>
    public required bool ProductsToErp { get; init; }

    /// <summary>Customers, both ways.</summary>
    public required bool Customers { get; init; }

    /// <summary>Payments and refunds to the ERP.</summary>
    public required bool Payments { get; init; }

    /// <summary>Returns, both ways.</summary>
    public required bool Returns { get; init; }

    /// <summary>The ERP's orders can be listed afresh and compared.</summary>
    public required bool Reconciliation { get; init; }

    /// <summary>The figures that nothing can be told of, by their names.</summary>
    public IReadOnlyList<string> Unsupported =>
    [
        .. new[] { ("stock", Stock), ("products", Products), ("products.toErp", ProductsToErp || !Products), ("customers", Customers), ("payments", Payments), ("refunds", Payments), ("returns", Returns), ("reconciliation", Reconciliation) }
            .Where(lane => !lane.Item2).Select(lane => lane.Item1),
    ];

    /// <summary>Of the sandbox pair of a stack that was started; its connector is asked for its ports, and calls nobody.</summary>
    public static async Task<DayLanes> ReadAsync(StackOptions options, CancellationToken ct)
    {
        var pair = PairFile.Read(Path.Combine(options.DataFolder, "pairs", $"{options.Pair}.json"));
        await using var connectors = await PairConnectors.OpenAsync(Path.Combine(options.DataRoot, "secrets"), ct);
        return Of(pair, connectors.Erp(pair));
    }

    private static DayLanes Of(PairDefinition pair, IErp erp) => new()
    {
        Stock = pair.Lanes.Stock is not null && erp.Stock is not null,
        StockIsReadWhole = pair.Lanes.Stock is { } stock && stock.FullEvery <= OfADay,
        Products = pair.Lanes.Products is not null && erp.Products is not null,
        ProductsToErp = pair.Lanes.Products is { ToErp: true } && erp.Products is { Writable.Count: > 0 },
        Customers = pair.Lanes.Customers is not null && erp.CustomerRecords is not null,
        Payments = pair.Lanes.Payments is not null && erp.Payments is not null,
        Returns = pair.Lanes.Returns is not null && erp.Returns is not null,
        Reconciliation = erp.Lists.Any(list => list.Entity == Entities.Order),
    };
}
