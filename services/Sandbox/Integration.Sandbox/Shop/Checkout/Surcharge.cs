namespace Integration.Sandbox.Shop.Checkout;

/// <summary>One surcharge of an order.</summary>
/// <param name="Type">tax, discount, shipping or handling.</param>
/// <param name="Code">X-Cart's code, such as SHIPPING or DCOUPON.</param>
/// <param name="Value">Value with up to four decimals; discounts are negative.</param>
/// <param name="Include">True when it is inside the prices already.</param>
/// <param name="Available">False when it does not count.</param>
internal sealed record Surcharge(string Type, string Code, decimal Value, bool Include = false, bool Available = true);
