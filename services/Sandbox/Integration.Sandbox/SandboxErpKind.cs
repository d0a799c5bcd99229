namespace Integration.Sandbox;

/// <summary>Which ERP stands beside the sandbox storefront.</summary>
public enum SandboxErpKind
{
    /// <summary>Acumatica.</summary>
    Acumatica,

    /// <summary>Dynamics 365 Finance &amp; Operations, with the Microsoft Entra tenant that signs its callers in.</summary>
    Dynamics,

    /// <summary>Dynamics 365 Sales alone: a Dataverse organization, with the Microsoft Entra tenant that signs its callers in.</summary>
    Dataverse,

    /// <summary>Dynamics 365 Sales and Finance &amp; Operations with dual-write between them, and the Microsoft Entra tenant that signs their callers in.</summary>
    DataverseFinance,
}
