namespace Integration.Dynamics.Finance.Stock;

/// <summary>Which figure of <c>WarehousesOnHandV2</c> is sold from.</summary>
internal enum StockQuantity
{
    /// <summary><c>AvailableOnHandQuantity</c>: on hand less what is reserved.</summary>
    AvailableOnHand,

    /// <summary><c>OnHandQuantity</c>.</summary>
    OnHand,

    /// <summary><c>TotalAvailableQuantity</c>: with what is ordered from suppliers.</summary>
    TotalAvailable,
}
