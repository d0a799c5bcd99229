namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>States of a sales order.</summary>
internal static class OrderState
{
    public const long Active = 0;
    public const long Submitted = 1;
    public const long Canceled = 2;
    public const long Fulfilled = 3;
    public const long Invoiced = 4;

    /// <summary>Status of a fulfilled order of which everything was delivered.</summary>
    public const long Complete = 100001;

    /// <summary>Status of a fulfilled order of which something was delivered.</summary>
    public const long Partial = 100002;
}
