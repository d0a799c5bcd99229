namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>A price on a price list.</summary>
/// <param name="PriceList">Name of the list; the web's when left out.</param>
/// <param name="Price">Price per default unit; null takes it off the list.</param>
internal sealed record ItemPrice(string? PriceList, decimal? Price);
