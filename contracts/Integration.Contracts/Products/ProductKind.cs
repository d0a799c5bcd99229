namespace Integration.Contracts.Products;

/// <summary>What a product is to the ERP's stock.</summary>
public enum ProductKind
{
    /// <summary>It has a stock level.</summary>
    Stock,

    /// <summary>A service or fee without stock.</summary>
    NonStock,

    /// <summary>Made of other items when it is sold.</summary>
    Kit,

    /// <summary>What variants have in common; is on no document itself.</summary>
    Template,
}
