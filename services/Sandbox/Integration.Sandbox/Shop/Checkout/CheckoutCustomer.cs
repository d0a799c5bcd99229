namespace Integration.Sandbox.Shop.Checkout;

/// <summary>Who checks out.</summary>
public sealed record CheckoutCustomer
{
    /// <summary>E-mail address, which is the login of a registered customer.</summary>
    public string Email { get; init; } = "";

    /// <summary>True for a guest; false for an account, which is made in this checkout when there is none.</summary>
    public bool Guest { get; init; } = true;
}
