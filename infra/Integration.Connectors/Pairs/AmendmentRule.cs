namespace Integration.Connectors.Pairs;

/// <summary>What becomes of an order that is edited in the shop after the ERP took it.</summary>
public enum AmendmentRule
{
    /// <summary>The ERP's order follows while the ERP lets it be changed; else a person is shown what differs.</summary>
    Update,

    /// <summary>A person is shown what differs, always.</summary>
    Attention,
}
