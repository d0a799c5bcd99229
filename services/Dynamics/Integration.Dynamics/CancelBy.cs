namespace Integration.Dynamics;

/// <summary>How a sales order is cancelled and opened again. No standard OData operation is known to do it.</summary>
internal enum CancelBy
{
    /// <summary>A person does, in Finance &amp; Operations; the connector says what to do there.</summary>
    Person,

    /// <summary>By writing <c>SalesOrderStatus</c>, where an extension of the environment lets it be written. What was stored is read back.</summary>
    Status,

    /// <summary>By OData actions that an extension of the environment adds to the sales order header.</summary>
    Action,
}
