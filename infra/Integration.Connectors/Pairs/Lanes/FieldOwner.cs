namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Which side decides a field that both sides keep.</summary>
public enum FieldOwner
{
    /// <summary>Either side may change it; when both did, a person decides.</summary>
    Shared,

    /// <summary>The storefront's value counts; a change in the ERP is written over.</summary>
    Storefront,

    /// <summary>The ERP's value counts; a change in the storefront is written over.</summary>
    Erp,
}
