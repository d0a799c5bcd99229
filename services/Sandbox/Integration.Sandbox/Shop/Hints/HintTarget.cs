namespace Integration.Sandbox.Shop.Hints;

/// <summary>Where the add-on's hints go: its settings.</summary>
/// <param name="Url">Address to post to.</param>
/// <param name="Secret">Standard Webhooks secret, <c>whsec_</c> and base64.</param>
/// <param name="FormerSecret">The secret that is being replaced, with which hints are signed too; null for none.</param>
public sealed record HintTarget(Uri Url, string Secret, string? FormerSecret = null);
