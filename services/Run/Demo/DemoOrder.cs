namespace Integration.Run.Demo;

/// <summary>An order that this run placed.</summary>
/// <param name="Kind">What it is built to show.</param>
/// <param name="OrderId">The shop's id.</param>
/// <param name="Number">The shop's number.</param>
/// <param name="Reference">Our reference in the ERP.</param>
/// <param name="CheckoutAt">When its checkout began, UTC; null when an interrupted run was taken up after it.</param>
internal sealed record DemoOrder(DemoKind Kind, string OrderId, string Number, string Reference, DateTimeOffset? CheckoutAt);
