namespace Integration.Acumatica.Stock;

/// <summary>Which of Acumatica's figures is sold from.</summary>
internal enum StockQuantity
{
    /// <summary>Available, by the availability rule of the item's class.</summary>
    Available,

    /// <summary>Available for shipping.</summary>
    ForShipping,

    /// <summary>On hand.</summary>
    OnHand,
}
