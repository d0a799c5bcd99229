namespace Integration.Connectors.Ports;

/// <summary>One line of the doctor's report.</summary>
/// <param name="Check">What was checked, such as <c>credentials</c>.</param>
/// <param name="Level">How bad.</param>
/// <param name="Message">Plain words: what was found.</param>
/// <param name="Fix">What to do about it; empty when nothing.</param>
public sealed record ProbeFinding(string Check, ProbeLevel Level, string Message, string Fix = "");
