namespace Integration.Tests.Compliance.Erp;

/// <summary>What an ERP holds of an order beside lines and total, read past the connector.</summary>
/// <param name="ShipVia">Its carrier or ship-via code.</param>
/// <param name="City">Where the goods go.</param>
/// <param name="Coupons">Codes of its discounts.</param>
/// <param name="Applied">What of its payments is applied to it.</param>
public sealed record StoredDetails(string ShipVia, string City, IReadOnlyList<string> Coupons, decimal Applied);
