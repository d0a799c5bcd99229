namespace Integration.Tests.Compliance.Lists;

/// <summary>An order that was entered.</summary>
/// <param name="Key">What both sides know it by.</param>
/// <param name="Id">The connector's id.</param>
internal sealed record ListedOrder(string Key, string Id);
