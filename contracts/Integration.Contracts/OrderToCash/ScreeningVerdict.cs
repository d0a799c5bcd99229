namespace Integration.Contracts.OrderToCash;

/// <summary>What a screening asks the saga to do.</summary>
public enum ScreeningVerdict
{
    /// <summary>Go on.</summary>
    Pass,

    /// <summary>Wait for a person.</summary>
    Hold,

    /// <summary>Do not send to the ERP; a person is told.</summary>
    Reject,
}
