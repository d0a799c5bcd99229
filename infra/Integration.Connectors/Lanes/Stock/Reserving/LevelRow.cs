namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>A SKU as a pair's gateway knows it.</summary>
internal sealed record LevelRow
{
    public string Sku { get; init; } = "";

    /// <summary>Warehouse → quantity, as JSON; <c>{}</c> when the ERP keeps no stock of it.</summary>
    public string Places { get; init; } = "{}";

    public string? ItemClass { get; init; }

    /// <summary>Number of the reading in the ERP's sequence.</summary>
    public long Ticket { get; init; }

    /// <summary>The ERP's stamp of the figure; 0 for none.</summary>
    public long Stamp { get; init; }

    /// <summary>When it came.</summary>
    public long ReadAt { get; init; }

    /// <summary>What the shop has, if nothing can have moved it since.</summary>
    public long? Written { get; init; }

    /// <summary>What was told last that would be written.</summary>
    public long? Observed { get; init; }

    /// <summary>One of <see cref="LevelStates"/>.</summary>
    public string State { get; init; } = "";

    public long Dirty { get; init; }

    public long Forced { get; init; }

    /// <summary>How often the shop's own orders gave pieces back.</summary>
    public long GivenBack { get; init; }

    /// <summary>To be looked at once more by then; 0 for not.</summary>
    public long RecheckAt { get; init; }
}
