namespace Integration.Contracts.Returns;

/// <summary>How far a return is in the ERP.</summary>
public enum ErpReturnState
{
    /// <summary>Expected; nothing has been received.</summary>
    Expected,

    /// <summary>A part has been received.</summary>
    PartlyReceived,

    /// <summary>Everything expected has been received.</summary>
    Received,

    /// <summary>Given up.</summary>
    Cancelled,
}
