namespace Integration.Contracts.Orders;

/// <summary>Why an order cannot be taken as it is.</summary>
/// <param name="Field">The canonical field, such as <c>lines[2].sku</c>.</param>
/// <param name="Message">Plain words, without personal data, naming the fix where there is one.</param>
public sealed record OrderProblem(string Field, string Message);
