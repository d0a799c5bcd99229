namespace Integration.Sandbox.Shop.Checkout;

/// <summary>The shop sends the customer back to the cart, with this message.</summary>
internal sealed class CheckoutRefusedException(string message) : Exception(message);
