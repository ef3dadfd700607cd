"""Targeted sentiment, by the shapes that Amazon publishes with its own client."""

import json

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

from written import FormatTest, folder

MODEL = ServiceModel(Loader().load_service_model("comprehend", "service-2"))
ANSWER = MODEL.shape_for("DetectTargetedSentimentResponse")


def faults(found):
    """What does not have the published shape."""
    report = ParamValidator().validate({"Entities": found["Entities"]}, ANSWER)
    return report.generate_report() if report.has_errors() else ""


def closed(shape):
    return set(MODEL.shape_for(shape).enum)


class Aws(FormatTest):
    def test_the_published_shape(self):
        members = MODEL.shape_for("TargetedSentimentMention").members
        scores = MODEL.shape_for("SentimentScore").members

        def check(path):
            found = json.loads(path.read_text(encoding="utf-8"))
            self.assertEqual(set(found), {"Entities", "File", "Line"})
            self.assertEqual(faults(found), "")
            for entity in found["Entities"]:
                known = MODEL.shape_for("TargetedSentimentEntity").members
                self.assertEqual(set(entity), set(known))
                for index in entity["DescriptiveMentionIndex"]:
                    self.assertIn(index, range(len(entity["Mentions"])))
                for mention in entity["Mentions"]:
                    self.assertEqual(set(mention), set(members))
                    self.assertIn(mention["Type"], closed("TargetedSentimentEntityType"))
                    sentiment = mention["MentionSentiment"]
                    self.assertIn(sentiment["Sentiment"], closed("SentimentType"))
                    self.assertEqual(set(sentiment["SentimentScore"]), set(scores))
                    self.assertAlmostEqual(sum(sentiment["SentimentScore"].values()), 1, 3)

        self.each("aws", "aws.json", check)

    def test_the_shape_can_be_missed(self):
        path = folder("aws", "whole") / "1-kerry-russia.aws.json"
        found = json.loads(path.read_text(encoding="utf-8"))
        found["Entities"][0]["Mentions"][0]["BeginOffset"] = "0"
        self.assertIn("BeginOffset", faults(found))

    def test_places_hold_their_words(self):
        def check(path):
            name = path.name.replace("aws.json", "stancelight.json")
            texts = folder("displacy", path.parent.parent.name)
            text = json.loads((texts / name.replace("stancelight", "displacy")).read_text("utf-8"))["text"]
            for entity in json.loads(path.read_text(encoding="utf-8"))["Entities"]:
                for mention in entity["Mentions"]:
                    words = text[mention["BeginOffset"] : mention["EndOffset"]]
                    self.assertEqual(words, mention["Text"])

        self.each("aws", "aws.json", check)
